// Where the first mark lies, in pixels from the drawing's middle.
const [drawing] = arguments;
drawing.scrollIntoView({ block: 'center' });
const chart = echarts.getInstanceByDom(drawing);
const seriesIndex = chart.getOption().series.findIndex(series => series.type === 'scatter' && series.data.length);
const [x, y] = chart.convertToPixel({ seriesIndex }, chart.getOption().series[seriesIndex].data[0].value);
return [Math.round(x - drawing.clientWidth / 2), Math.round(y - drawing.clientHeight / 2)];
