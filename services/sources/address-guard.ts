import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Whether an address may be asked; `reason` is one sentence for the log and the trace. */
export type AddressVerdict =
  | { readonly allowed: true; readonly url: URL }
  | { readonly allowed: false; readonly reason: string };

/** Names that never mean a public host, and everything below them. */
const PRIVATE_SUFFIXES = ["localhost", "local", "internal", "intranet", "lan", "home.arpa", "onion"];

/** Public by number, but a cloud's host agent answers there. */
const HOST_AGENT_ADDRESSES = new Set(["168.63.129.16"]);

/** The only IPv6 block that is routed in public. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];
/** IPv6 networks reach IPv4 hosts through it: the IPv4 address is in the last 32 bits. */
const NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("64:ff9b::"), 96];

/** Longer links are no addresses that a person wrote. */
const MAX_URL_LENGTH = 2048;

/**
 * Decides by its text alone whether a link from a document may be asked: http or https, the scheme's own port, no
 * credentials, and a host that is neither a private name nor a private address in any notation. What a public name
 * resolves to is checked when connecting.
 *
 * @example checkUrl("http://0x7f.1/") // { allowed: false, reason: "127.0.0.1 is not a public address" }
 */
export const checkUrl = (link: string): AddressVerdict => {
  if (link.length > MAX_URL_LENGTH) return refuse(`a link of ${link.length} characters`);
  if (!URL.canParse(link)) return refuse("not an absolute URL");
  const url = new URL(link);
  if (url.protocol !== "http:" && url.protocol !== "https:") return refuse(`scheme ${url.protocol}`);
  if (url.username !== "" || url.password !== "") return refuse("credentials in the URL");
  if (url.port !== "" && url.port !== "80" && url.port !== "443") return refuse(`port ${url.port}`);
  const host = toBareHost(url.hostname);
  if (isIP(host) !== 0) {
    return isPublicAddress(host) ? { allowed: true, url } : refuse(`${host} is not a public address`);
  }
  return isPublicName(host) ? { allowed: true, url } : refuse(`${host} is not a public name`);
};

/** Whether an IP address belongs to the public internet. IPv4 inside IPv6 is judged as IPv4; what cannot be read is not public. */
export const isPublicAddress = (address: string): boolean => {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") {
    return parsed.range() === "unicast" && !HOST_AGENT_ADDRESSES.has(parsed.toString());
  }
  const six = parsed as ipaddr.IPv6;
  if (six.zoneId !== undefined) return false;
  if (six.match(NAT64)) return isPublicAddress(toEmbeddedIpv4(six));
  return six.match(GLOBAL_UNICAST) && six.range() === "unicast";
};

const toEmbeddedIpv4 = (address: ipaddr.IPv6): string => address.toByteArray().slice(-4).join(".");

const isPublicName = (host: string): boolean =>
  host.includes(".") && !PRIVATE_SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));

/** Without the brackets of IPv6 and the dot that ends a fully qualified name. */
const toBareHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "");

const refuse = (reason: string): AddressVerdict => ({ allowed: false, reason });
