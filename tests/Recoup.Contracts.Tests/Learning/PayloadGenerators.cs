using FsCheck;
using FsCheck.Fluent;

namespace Recoup.Contracts.Tests.Learning;

/// <summary>Payloads as services send them, and as nobody should.</summary>
internal static class PayloadGenerators
{
    private static readonly string[] Names =
    [
        "a", "a", "b", "b", "c", "state", "state", "size", "owner", "__proto__", "na\\\"me", "x\\ny", "2024-01-02", "17", "U012AB3CD",
        "ann@example.com", "\\ud800", "",
    ];

    public static Gen<string> Payload(int depth) => depth == 0 ? Scalar : Gen.Frequency(
        (3, Scalar),
        (5, Members(depth - 1)),
        (3, Payload(depth - 1).ListOf().Resize(4).Select(items => $"[{string.Join(",", items)}]")));

    /// <summary>The payloads of some calls.</summary>
    public static Gen<string[]> Calls => Payload(3).NonEmptyListOf().Resize(6).Select(calls => calls.ToArray());

    private static Gen<string> Scalar => Gen.Frequency(
        (2, Gen.Elements("null", "true", "false")),
        (3, Gen.Elements("1", "2", "1.0", "-0", "1e2", "0.5", "1e400", "-1e-400", "9223372036854775807", "9223372036854775808",
            "1.00000000000000000000000000000000000001", "123456789012345678901234567890")),
        (4, Gen.Elements("\"open\"", "\"closed\"", "\"open\"", "\"merged\"", "\"\"", "\"two words\"", "\"\\ud800\"", "\"\\u0000\"")),
        (3, Gen.Elements(
            "\"2024-01-02\"", "\"2024-02-30\"", "\"2024-01-02T03:04:05Z\"", "\"2024-01-02T03:04:05.123+01:00\"",
            "\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "\"ann@example.com\"", "\"https://example.com/a?b=c#d\"", "\"urn:a:b\"",
            "\"https://example.com/%zz\"")));

    private static Gen<string> Members(int depth) => Gen.Elements(Names)
        .SelectMany(_ => Payload(depth), (name, value) => $"\"{name}\":{value}")
        .ListOf().Resize(5)
        .Select(members => "{" + string.Join(",", members) + "}");
}
