const two = (figure: number): string => String(figure).padStart(2, '0');

/** ISO 8601 with the offset of the place, to the second: 2012-11-05T09:30:00+08:00. */
export const localTime = (date: Date): string => {
  const offset = -date.getTimezoneOffset();
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  const away = Math.abs(offset);
  return `${day}T${time}${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
};
