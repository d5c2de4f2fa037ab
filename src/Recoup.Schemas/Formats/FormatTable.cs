using static Recoup.Schemas.SchemaDraft;

namespace Recoup.Schemas.Formats;

/// <summary>The known formats. All others are annotations (draft 2020-12 validation, section 7.2.3).</summary>
internal static class FormatTable
{
    private static readonly ILookup<string, FormatRow> ByName = Rows().ToLookup(row => row.Name, StringComparer.Ordinal);

    public static IEnumerable<FormatRow> All => ByName.SelectMany(rows => rows);

    public static FormatRow? Find(string name, SchemaDraft draft) => ByName[name].FirstOrDefault(row => row.IsIn(draft));

    private static IEnumerable<FormatRow> Rows() =>
    [
        new("date-time", "a date and time (RFC 3339)", Draft4, DateTimeFormat.IsMatch, "2024-01-02T03:04:05Z"),
        new("date", "a date (RFC 3339)", Draft7, DateFormat.IsMatch, "2024-01-02"),
        new("time", "a time with offset (RFC 3339)", Draft7, TimeFormat.IsMatch, "03:04:05Z"),
        new("duration", "a duration (ISO 8601)", Draft201909, DurationFormat.IsMatch, "P1D"),
        new("email", "an e-mail address", Draft4, EmailFormat.IsMatch, "user@example.com"),
        new("idn-email", "an internationalized e-mail address", Draft7, IdnEmailFormat.IsMatch, "user@example.com"),
        new("hostname", "a host name", Draft4, HostnameFormat.IsMatchWithoutEncoding, "example.com") { Last = Draft6 },
        new("hostname", "a host name", Draft7, HostnameFormat.IsMatch, "example.com"),
        new("idn-hostname", "an internationalized host name", Draft7, IdnHostnameFormat.IsMatch, "example.com"),
        new("ipv4", "an IPv4 address", Draft4, Ipv4Format.IsMatch, "192.0.2.1"),
        new("ipv6", "an IPv6 address", Draft4, Ipv6Format.IsMatch, "2001:db8::1"),
        new("uri", "a URI", Draft4, UriFormat.IsMatch, "https://example.com/"),
        new("uri-reference", "a URI reference", Draft6, UriReferenceFormat.IsMatch, "/path"),
        new("iri", "an IRI", Draft7, IriFormat.IsMatch, "https://example.com/"),
        new("iri-reference", "an IRI reference", Draft7, IriReferenceFormat.IsMatch, "/path"),
        new("uri-template", "a URI template (RFC 6570)", Draft6, UriTemplateFormat.IsMatch, "/items/{id}"),
        new("uuid", "a UUID", Draft201909, UuidFormat.IsMatch, "00000000-0000-4000-8000-000000000000"),
        new("json-pointer", "a JSON Pointer (RFC 6901)", Draft6, JsonPointerFormat.IsMatch, "/a/0"),
        new("relative-json-pointer", "a relative JSON Pointer", Draft7, RelativeJsonPointerFormat.IsMatch, "1/a"),
        new("regex", "a regular expression (ECMA-262)", Draft4, RegexFormat.IsMatch, "^a+$"),
    ];
}
