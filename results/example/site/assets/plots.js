// Lets readers explore a plot: hover, zoom, filter. Without this script a page keeps its drawings and tables.
(() => {
  'use strict';

  const home = document.currentScript.src.replace(/[^/]*$/, '');
  const library = 'echarts.common.min.js';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const rowHeight = 26;
  const narrow = 500;
  const step = 0.2;
  let loaded;

  /** An element with attributes and children; texts become text, never markup. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  function button(text, pressed) {
    const element = make('button', { type: 'button' }, text);
    element.addEventListener('click', pressed);
    return element;
  }

  /** Once a page, and only when a plot is opened. */
  function load() {
    loaded ??= new Promise((done, failed) => {
      const script = make('script', { src: home + library });
      script.onload = done;
      script.onerror = () => failed(new Error(`${library} is not in the folder assets of this site`));
      document.head.append(script);
    });
    return loaded;
  }

  function fromStyle(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  }

  /** The page's colours, and the drawings': safe for the colour-blind (Okabe and Ito, 2008). */
  function theme() {
    return {
      ink: fromStyle('ink'), muted: fromStyle('muted'), paper: fromStyle('paper'), font: fromStyle('sans'),
      grid: dark.matches ? '#343a41' : '#dfe3e8',
      main: dark.matches ? '#6cc0f5' : '#0065a3',
      marked: dark.matches ? '#f0a35e' : '#b34a00',
      groups: dark.matches
        ? ['#6cc0f5', '#f0a35e', '#4fd1a5', '#e69ac4', '#e0cf5a', '#b3a8f5', '#ff9d94', '#c2cad2']
        : ['#0065a3', '#b34a00', '#00755a', '#a3487f', '#6b5b00', '#5a4fa2', '#b3261e', '#57606a'],
      symbols: ['circle', 'rect', 'triangle', 'diamond', 'roundRect'],
    };
  }

  function tick(value) {
    const compact = Math.abs(value) >= 10000;
    return new Intl.NumberFormat('en', compact ? { notation: 'compact' } : { maximumFractionDigits: 6, useGrouping: false })
      .format(value).replace('-', '\u2212');
  }

  /** Raw rows are kept as lists, a row a trial; rows beside each other where the cause is a count. */
  function flat(rows) {
    let number = 0;
    return rows.flatMap(row => Array.isArray(row.cause)
      ? row.cause.map((cause, i) => {
        number += 1;
        const nudge = row.spread * (number * 0.6180339887498949 % 1 - 0.5);
        return { ...row, cause, outcome: row.outcome[i], at: cause + nudge, isRaw: true };
      })
      : [row]);
  }

  /** A plot under its drawing, made when a reader opens it. */
  class Plot {
    constructor(source) {
      this.plot = JSON.parse(source.textContent);
      this.isForest = this.plot.kind === 'forest';
      this.rows = flat(this.plot.rows);
      this.isCounted = this.rows.some(row => row.spread > 0);
      this.groups = this.plot.group ? [...new Set(this.rows.map(row => String(row[this.plot.group])))].sort() : [''];
      this.hidden = new Map(this.plot.filters.map(filter => [filter.field, new Set()]));
      this.boxes = [];
      this.pointed = -1;
      this.drawing = make('div', { class: 'drawing', role: 'img', 'aria-label': this.plot.description });
      this.stage = make('div', {
        class: 'plot', tabindex: '0', role: 'group',
        'aria-label': 'Plot: arrow keys move it, plus and minus zoom, 0 shows all, N and P go from value to value',
      }, this.drawing);
      this.status = make('p', { role: 'status' });
      this.stage.addEventListener('keydown', event => this.press(event));
    }

    /** Boxes that choose which values of each field are shown. */
    controls() {
      return this.plot.filters.filter(filter => filter.values.length > 1).map(filter => {
        const set = make('fieldset', {}, make('legend', {}, filter.label));
        filter.values.forEach(value => {
          const box = make('input', { type: 'checkbox' });
          box.addEventListener('change', () => this.choose(filter.field, [value], box.checked));
          this.boxes.push({ box, field: filter.field, value });
          set.append(make('label', {}, box, value));
        });
        set.append(
          button('All', () => this.choose(filter.field, filter.values, true)),
          button('None', () => this.choose(filter.field, filter.values, false)));
        return set;
      });
    }

    tools() {
      return make('div', { class: 'tools' },
        button('Zoom in', () => this.zoom(0.5)),
        button('Zoom out', () => this.zoom(2)),
        button('Reset view', () => this.window(() => [0, 100])),
        button('Previous value', () => this.point(-1)),
        button('Next value', () => this.point(1)));
    }

    choose(field, values, isShown) {
      const hidden = this.hidden.get(field);
      values.forEach(value => isShown ? hidden.delete(value) : hidden.add(value));
      this.update();
      this.status.textContent = this.plot.filters.filter(filter => filter.values.length > 1)
        .map(filter => `${filter.label}: ${filter.values.length - this.hidden.get(filter.field).size} of ${filter.values.length} shown`)
        .join('. ');
    }

    async draw() {
      await load();
      this.chart?.dispose();
      this.chart = echarts.init(this.drawing, null, { renderer: 'svg' });
      this.chart.on('legendselectchanged', change =>
        this.choose(this.plot.group, [change.name], change.selected[change.name]));
      this.update();
    }

    update() {
      this.boxes.forEach(({ box, field, value }) => { box.checked = !this.hidden.get(field).has(value); });
      if (!this.chart) {
        return;
      }
      const kept = this.chart.getOption()?.dataZoom;
      const option = this.option();
      kept?.forEach(({ start, end }, i) => Object.assign(option.dataZoom[i], { start, end }));
      this.pointed = -1;
      this.drawing.style.height = `${this.height}px`;
      this.chart.resize();
      this.chart.setOption(option, { notMerge: true });
    }

    /** To another width; telephones change their height all the time. */
    fit() {
      if (this.drawing.clientWidth > 0 && this.chart && this.chart.getWidth() !== this.drawing.clientWidth) {
        this.update();
      }
    }

    shown() {
      return this.rows.filter(row => [...this.hidden].every(([field, hidden]) => !hidden.has(String(row[field]))));
    }

    option() {
      const colours = theme();
      const shown = this.shown();
      const names = [...new Set(shown.map(row => row.row))];
      const width = this.drawing.clientWidth;
      const legend = this.plot.group ? this.legend(colours, width) : undefined;
      const below = 48 + (legend ? this.legendHeight + 12 : 0);
      this.height = this.isForest ? names.length * rowHeight + 30 + below : 320 + below;
      return {
        animation: false,
        textStyle: { fontFamily: colours.font, color: colours.ink },
        legend,
        grid: { left: 14, right: 18, top: 30, bottom: below - 20, containLabel: true },
        tooltip: this.tooltip(colours),
        dataZoom: [this.inside('x'), ...(this.isForest ? [] : [this.inside('y')])],
        xAxis: this.axis(colours, this.plot.x, this.extent(this.isForest ? 'value' : 'at')),
        yAxis: this.isForest ? this.nameAxis(colours, names, width) : this.axis(colours, this.plot.y, this.extent('value'), true),
        series: this.series(colours, shown),
      };
    }

    /** From the least to the greatest number of all rows, shown or not, so that a filter moves no axis. */
    extent(channel) {
      const all = [...this.rows, ...this.plot.means];
      const numbers = channel === 'at'
        ? all.map(row => row.at ?? row.cost)
        : all.flatMap(row => [row.value, row.low, row.high, row.outcome]);
      if (this.isForest) {
        numbers.push(0, ...this.plot.lines.map(line => line.at));
      }
      const finite = numbers.filter(Number.isFinite);
      const low = Math.min(...finite);
      const high = Math.max(...finite);
      const margin = high > low ? (high - low) * 0.05 : Math.max(0.5, Math.abs(low) * 0.05);
      const unit = 10 ** (Math.floor(Math.log10(high - low + 2 * margin)) - 1);
      return { min: Math.floor((low - margin) / unit) * unit, max: Math.ceil((high + margin) / unit) * unit };
    }

    inside(channel) {
      return { type: 'inside', [`${channel}AxisIndex`]: 0, filterMode: 'none', zoomOnMouseWheel: 'shift', moveOnMouseWheel: false, preventDefaultMouseMove: false };
    }

    axis(colours, name, extent, isUpright) {
      return {
        type: 'value', ...extent, name,
        nameLocation: isUpright ? 'end' : 'middle', nameGap: isUpright ? 10 : 28,
        nameTextStyle: { color: colours.ink, fontSize: 13, align: isUpright ? 'left' : 'center' },
        axisLabel: { color: colours.muted, formatter: tick, showMinLabel: false, showMaxLabel: false, hideOverlap: true },
        axisLine: { show: !isUpright, onZero: false, lineStyle: { color: colours.muted } },
        ...(!isUpright && this.isCounted && { minInterval: 1 }),
        splitNumber: this.drawing.clientWidth < narrow ? 4 : 6,
        splitLine: { lineStyle: { color: colours.grid } },
      };
    }

    nameAxis(colours, names, width) {
      return {
        type: 'category', data: names, inverse: true, axisTick: { show: false },
        axisLabel: {
          color: colours.ink, interval: 0, overflow: 'break', width: width * (width < narrow ? 0.4 : 0.36),
          ...(width < narrow && { fontSize: 11, lineHeight: 12 }),
        },
        axisLine: { show: false },
      };
    }

    /** Under the plot, in as many lines as it takes. */
    legend(colours, width) {
      let lines = 1;
      let used = 0;
      this.groups.map(name => name.length * 7 + 36).forEach(wide => {
        lines += used > 0 && used + wide > width - 16 ? 1 : 0;
        used = used > 0 && used + wide > width - 16 ? wide : used + wide;
      });
      this.legendHeight = lines * 25;
      const hidden = this.hidden.get(this.plot.group);
      return {
        data: this.groups, left: 8, bottom: 0, itemWidth: 16, textStyle: { color: colours.ink },
        inactiveColor: colours.muted, itemGap: 14,
        selected: Object.fromEntries(this.groups.map(name => [name, !hidden.has(name)])),
      };
    }

    tooltip(colours) {
      return {
        trigger: 'item', confine: true, className: 'plot-tip',
        backgroundColor: colours.paper, borderColor: colours.muted, padding: [6, 10],
        textStyle: { color: colours.ink, fontSize: 14, fontFamily: colours.font },
        formatter: point => this.told(point.data.row),
      };
    }

    facts(row) {
      return this.plot.columns.filter(column => row[column.field] !== undefined && row[column.field] !== null)
        .map(column => [column.title, String(row[column.field])]);
    }

    told(row) {
      return make('table', {}, ...this.facts(row).map(([title, value]) =>
        make('tr', {}, make('th', { scope: 'row' }, title), make('td', {}, value))));
    }

    series(colours, shown) {
      const raw = this.groups.flatMap((group, i) => {
        const colour = this.plot.group ? colours.groups[i % colours.groups.length] : colours.main;
        const symbol = this.plot.kind === 'trade-off' ? colours.symbols[i % colours.symbols.length] : 'circle';
        const own = this.plot.group ? shown.filter(row => String(row[this.plot.group]) === group) : shown;
        return [this.marks(group, own, colour, symbol, colours), this.bars(group, own, colour)];
      });
      const means = this.plot.means.length ? this.means(colours) : [];
      const lines = this.isForest ? [this.lines(colours)] : [];
      return [...lines, ...raw, ...means];
    }

    /** Where a row stands. */
    place(row, value = row.isRaw ? row.outcome : row.value) {
      return this.isForest ? [value, row.row] : [row.at ?? row.cost, value];
    }

    /** Intervals: one line with a gap after each. */
    bars(name, rows, colour, width = 2) {
      return {
        name, type: 'line', silent: true, symbol: 'none', color: colour, lineStyle: { width, color: colour },
        data: rows.filter(row => Number.isFinite(row.low) && Number.isFinite(row.high))
          .flatMap(row => [this.place(row, row.low), this.place(row, row.high), ['-', '-']]),
      };
    }

    marks(name, rows, colour, symbol, colours) {
      const style = row => {
        const isOpen = row.front === 'no' || (this.isForest && row.seed !== undefined);
        return { color: isOpen ? colours.paper : colour, borderColor: colour, borderWidth: isOpen ? 1.5 : 0, opacity: row.isRaw ? 0.55 : 1 };
      };
      const size = row => row.isRaw ? 5 : this.isForest && row.seed !== undefined ? 6 : 11;
      return {
        name, type: 'scatter', symbol, color: colour, z: 3, cursor: 'default',
        data: rows.filter(row => this.place(row).every(part => part !== null))
          .map(row => ({ value: this.place(row), row, itemStyle: style(row), symbolSize: size(row) })),
      };
    }

    means(colours) {
      const rows = this.plot.means;
      return [
        this.bars('means', rows, colours.ink),
        {
          name: 'means', type: 'line', silent: true, symbol: 'none', z: 4, color: colours.ink,
          lineStyle: { width: 2, color: colours.ink }, data: rows.map(row => this.place(row)),
        },
        { ...this.marks('means', rows, colours.ink, 'circle', colours), z: 5 },
      ];
    }

    lines(colours) {
      const { min, max } = this.extent('value');
      const line = (at, type, colour, label) => ({
        xAxis: at, lineStyle: { color: colour, type, width: 1.5 },
        label: { show: Boolean(label), formatter: label, color: colours.muted, position: 'start', distance: 4,
          align: (at - min) / (max - min) > 0.6 ? 'right' : 'center' },
      });
      return {
        name: 'lines', type: 'scatter', data: [],
        markLine: {
          silent: true, symbol: 'none', animation: false,
          data: [line(0, 'solid', colours.muted, ''),
            ...this.plot.lines.map(each => line(each.at, 'dashed', colours.marked, each.label))],
        },
      };
    }

    /** Sets which part of each axis is seen, in per cent. */
    window(changed) {
      this.chart?.getOption().dataZoom.forEach((zoom, dataZoomIndex) => {
        const [start, end] = changed(zoom.start, zoom.end, 'xAxisIndex' in zoom && zoom.xAxisIndex !== undefined && zoom.xAxisIndex.length ? 'x' : 'y');
        this.chart.dispatchAction({ type: 'dataZoom', dataZoomIndex, start, end });
      });
    }

    zoom(factor) {
      this.window((start, end) => {
        const middle = (start + end) / 2;
        const half = (end - start) / 2 * factor;
        return [Math.max(0, middle - half), Math.min(100, middle + half)];
      });
    }

    move(along, by) {
      this.window((start, end, channel) => {
        const wanted = channel === along ? by * (end - start) : 0;
        const way = Math.max(-start, Math.min(100 - end, wanted));
        return [start + way, end + way];
      });
    }

    /** Shows, and says, what the next mark tells who points at it. */
    point(by) {
      const marks = (this.chart?.getOption().series ?? []).flatMap(({ type, data }, seriesIndex) =>
        type === 'scatter' ? data.map((mark, dataIndex) => ({ seriesIndex, dataIndex, row: mark.row })) : []);
      if (marks.length) {
        this.pointed = this.pointed < 0 && by < 0 ? marks.length - 1 : (this.pointed + by + marks.length) % marks.length;
        const { row, ...mark } = marks[this.pointed];
        this.chart.dispatchAction({ type: 'showTip', ...mark });
        this.status.textContent = this.facts(row).map(([title, value]) => `${title}: ${value}`).join('; ');
      }
    }

    press(event) {
      const actions = {
        ArrowLeft: () => this.move('x', -step),
        ArrowRight: () => this.move('x', step),
        ...(!this.isForest && { ArrowUp: () => this.move('y', step), ArrowDown: () => this.move('y', -step) }),
        '+': () => this.zoom(0.5),
        '-': () => this.zoom(2),
        0: () => this.window(() => [0, 100]),
        n: () => this.point(1),
        p: () => this.point(-1),
      };
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (!modified && event.target === this.stage && actions[event.key]) {
        event.preventDefault();
        actions[event.key]();
      }
    }
  }

  function offer(source) {
    const details = make('details', { class: 'explore' },
      make('summary', {}, `Explore this plot: hover, zoom, filter (${source.dataset.title})`));
    let plot;
    const draw = () => plot.draw().catch(fault => {
      plot.stage.replaceChildren(make('p', { role: 'alert' }, `The plot could not be drawn: ${fault.message}`));
    });
    details.addEventListener('toggle', () => {
      if (details.open && !plot) {
        plot = new Plot(source);
        details.append(...plot.controls(), plot.tools(), plot.stage, plot.status, make('p', {},
          'Drag to move; Shift and the wheel, or two fingers, zoom. With the keyboard, while the plot has the focus:'
          + ' arrow keys, plus, minus, 0, N and P. All that is drawn is also in this page\u2019s tables or downloads.'));
        draw();
      }
    });
    dark.addEventListener('change', () => plot && draw());
    addEventListener('resize', () => plot?.fit());
    source.after(details);
  }

  document.head.append(make('link', { rel: 'stylesheet', href: home + 'plots.css' }));
  document.querySelectorAll('script.plot-data').forEach(offer);
})();
