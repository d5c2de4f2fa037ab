using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Recoup.Emulator.Tests.Parity;

/// <summary>
/// The text of docs/parity.md: with how many responses of the real server the emulator was compared, and how many are equal.
/// </summary>
internal sealed class ParityPage
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["credentials"] = "a repeated `Authorization`, of which the server of the recording keeps the first",
        ["headers"] = "a protocol of the web framework between its own pages",
        ["methods"] = "methods that the web framework answers itself: `TRACE`, `QUERY` and `PROPFIND`",
        ["paths"] = "pages and files of the web framework, and escaped letters in the path of an operation",
        ["sizes"] = "bodies above 4.5 MB, which the hosting platform refuses (it was not there), headers and queries above the limit of "
            + "the HTTP server, and JSON deeper than 64 levels, which the emulator refuses",
    };

    private readonly SortedDictionary<string, (int Compared, int Equal, int InProcess)> _groups = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _notCompared = new(StringComparer.Ordinal);

    /// <summary>Counts a row that was compared on a port.</summary>
    public void Count(ParityRow row, bool isEqual, bool isSentInProcess)
    {
        var (compared, equal, inProcess) = _groups.GetValueOrDefault(row.Group);
        _groups[row.Group] = (compared + 1, equal + (isEqual ? 1 : 0), inProcess + (isSentInProcess ? 1 : 0));
    }

    /// <summary>Counts a row that is not compared.</summary>
    public void CountOmitted(ParityRow row)
    {
        var why = Reasons[row.Group];
        _notCompared[why] = _notCompared.GetValueOrDefault(why) + 1;
    }

    public string Write(JsonElement world, int schemas)
    {
        var text = new StringBuilder();
        var all = _groups.Values.Aggregate((0, 0, 0), (sum, group) =>
            (sum.Item1 + group.Compared, sum.Item2 + group.Equal, sum.Item3 + group.InProcess));
        var (recorded, server) = (world.GetProperty("recorded").GetString(), world.GetProperty("server").GetString());
        text.Append(CultureInfo.InvariantCulture, $"""
            # Parity with the real server

            The emulator with `ApiBehavior.Deployed` responds as the deployed server does. This page says how that is known.
            A test writes it.

            On {recorded}, the real server ({server}) ran from its own source. Its provider, its database and its
            identity service were replaced. It was sent written requests, and its responses were recorded. The emulator is sent the same
            requests: on a port byte by byte, and in process where an `HttpClient` can send them. A response is equal if its status, its
            headers and its body are. Of texts that a library or the replaced provider made, only the shape counts.

            **{all.Item2} of {all.Item1} responses are equal on a port, and all of the {all.Item3} that can be sent in process.**
            {schemas} of {schemas} schemas of the provider are served as the real server served them (D12), to the order of their members.

            | requests about | compared | equal | also in process |
            |---|--:|--:|--:|

            """);
        foreach (var (group, (compared, equal, inProcess)) in _groups)
            text.Append(CultureInfo.InvariantCulture, $"| {group} | {compared} | {equal} | {inProcess} |\n");
        text.Append("\n## What is not compared\n\n| requests | why |\n|--:|---|\n");
        foreach (var (why, count) in _notCompared)
            text.Append(CultureInfo.InvariantCulture, $"| {count} | {why} |\n");
        text.Append("""

            Times, ids and addresses that a server makes up are compared by their form. Lists of actions are compared without their order,
            which is the provider's. How fast the server responds, and what it does under load, is not compared.

            """);
        return text.ToString();
    }
}
