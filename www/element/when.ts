// Times as the writer would say them.

import type { Language } from "./strings.ts";

const two = (number: number) => String(number).padStart(2, "0");

/** A time of the past: today and yesterday by their names, the year where it is another. */
export function when(time: number, language: Language, now = Date.now()): string {
  const [date, today] = [new Date(time), new Date(now)];
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  const midnight = (days: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() - days);
  const isFuture = date >= midnight(-1);
  if (date >= midnight(0) && !isFuture) return language === "zh" ? `今天 ${clock}` : `today ${clock}`;
  if (date >= midnight(1) && !isFuture) return language === "zh" ? `昨天 ${clock}` : `yesterday ${clock}`;
  const isOtherYear = date.getFullYear() !== today.getFullYear();
  if (language === "en")
    return `${date.getDate()} ${MONTHS[date.getMonth()]}${isOtherYear ? ` ${date.getFullYear()}` : ""} ${clock}`;
  const year = isOtherYear ? `${date.getFullYear()}年` : "";
  return `${year}${date.getMonth() + 1}月${date.getDate()}日 ${clock}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
