import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkUrl, isPublicAddress } from "./address-guard.ts";
import { HOSTILE_LINKS } from "./testing/hostile-links.ts";

describe("checkUrl", () => {
  it.each(HOSTILE_LINKS)("refuses %s: %s", (_trick, link) => {
    const verdict = checkUrl(link);

    expect(verdict.allowed).toBe(false);
  });

  it.each([
    "https://pages.example.org/post",
    "http://pages.example.org:80/post?page=2#part",
    "https://pages.example.org:443/",
    "https://93.184.216.34/",
    "https://[2606:2800:220:1:248:1893:25c8:1946]/",
    "https://[64:ff9b::5db8:d822]/",
    "https://bücher.example/",
    "https://pages.example.org./",
    "https://localhost.example.org/",
  ])("lets %s through", (link) => {
    expect(checkUrl(link)).toMatchObject({ allowed: true });
  });

  it("says what it refused without repeating a password", () => {
    expect(checkUrl("https://user:secret@pages.example.org/")).toEqual({
      allowed: false,
      reason: "credentials in the URL",
    });
  });

  it("never throws, whatever a document writes", () => {
    const aLink = fc.tuple(
      fc.constantFrom("", "http://", "https://[", "http://a@"),
      fc.string({ maxLength: 40 }),
    );
    fc.assert(
      fc.property(aLink, (parts) => {
        expect(typeof checkUrl(parts.join("")).allowed).toBe("boolean");
      }),
    );
  });

  it("refuses every private IPv4 address in every notation", () => {
    fc.assert(
      fc.property(aPrivateIpv4(), aNotation(), (octets, write) => {
        expect(checkUrl(`http://${write(octets)}/`)).toMatchObject({ allowed: false });
      }),
    );
  });
});

describe("isPublicAddress", () => {
  it("judges IPv4 inside IPv6 as IPv4", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const isPublic = isPublicAddress(address);

        expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublic);
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(isPublic);
      }),
    );
  });

  it.each(["", "pages.example.org", "fe80::1%eth0", "1.2.3", "::ffff:10.0.0.1", "2002:5db8:d822::1"])(
    "does not take %j for public",
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
});

type Octets = readonly [number, number, number, number];

const anOctet = (min = 0, max = 255): fc.Arbitrary<number> => fc.integer({ min, max });

const aPrivateIpv4 = (): fc.Arbitrary<Octets> =>
  fc.oneof(
    fc.tuple(fc.constantFrom(0, 10, 127), anOctet(), anOctet(), anOctet()),
    fc.tuple(fc.constant(172), anOctet(16, 31), anOctet(), anOctet()),
    fc.tuple(fc.constant(192), fc.constant(168), anOctet(), anOctet()),
    fc.tuple(fc.constant(169), fc.constant(254), anOctet(), anOctet()),
    fc.tuple(fc.constant(100), anOctet(64, 127), anOctet(), anOctet()),
    fc.tuple(anOctet(224, 255), anOctet(), anOctet(), anOctet()),
  );

const toNumber = ([a, b, c, d]: Octets): number => ((a * 256 + b) * 256 + c) * 256 + d;

const toGroups = ([a, b, c, d]: Octets): string =>
  `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;

const aNotation = (): fc.Arbitrary<(octets: Octets) => string> =>
  fc.constantFrom<(octets: Octets) => string>(
    (octets) => octets.join("."),
    (octets) => String(toNumber(octets)),
    (octets) => `0x${toNumber(octets).toString(16)}`,
    (octets) => `0${toNumber(octets).toString(8)}`,
    (octets) => octets.map((octet) => `0x${octet.toString(16)}`).join("."),
    (octets) => octets.map((octet) => `0${octet.toString(8)}`).join("."),
    ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
    (octets) => `[::ffff:${octets.join(".")}]`,
    (octets) => `[64:ff9b::${toGroups(octets)}]`,
    (octets) => `[2002:${toGroups(octets)}::1]`,
    (octets) => `[::${toGroups(octets)}]`,
  );
