using System.Globalization;
using System.Text;
using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts;

/// <summary>
/// Findings that are tolerated until a date: <c>{"accept":[{"rule","action","pointer","hash","reason","expires"}]}</c>. Reason and date are
/// mandatory. <c>action</c> is omitted for a finding about the whole document.
/// </summary>
public sealed class AcceptFile
{
    private AcceptFile(IReadOnlyList<Acceptance> entries) => Entries = entries;

    /// <summary>An accept file without entries.</summary>
    public static AcceptFile Empty { get; } = new([]);

    /// <summary>The entries, in the order of the file.</summary>
    public IReadOnlyList<Acceptance> Entries { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="ContractException">
    /// The file cannot be opened, or an entry is incomplete. The message says which entry and where.
    /// </exception>
    public static AcceptFile Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return Parse(TextFile.ReadUtf8(path, "an accept file"), path);
        }
        catch (CatalogException e)
        {
            throw new ContractException(e.Message, e);
        }
    }

    /// <summary>Reads an accept file from memory.</summary>
    /// <param name="json">The text.</param>
    /// <param name="path">The path of the file, for messages and locations.</param>
    /// <exception cref="ContractException">
    /// The text is not an accept file, or an entry is incomplete. The message says which entry and where.
    /// </exception>
    public static AcceptFile Parse(string json, string path = "accept.json") => Parse(Encoding.UTF8.GetBytes(json), path);

    private static AcceptFile Parse(byte[] utf8, string path)
    {
        var text = PositionedJson.Parse(utf8, out var error);
        if (error is not null)
        {
            var at = text?.PositionOf(error.Offset) ?? PositionedJson.PositionIn(utf8, error.Offset);
            throw new ContractException($"{path}{at}: the accept file is not JSON: {error.Message}.");
        }

        var list = text!.Root["accept"];
        if (list.ValueKind != JsonValueKind.Array)
            throw new ContractException($"{path}{text.Root.Range}: expected an object with an 'accept' array.");
        var entries = new List<Acceptance>();
        foreach (var item in list.EnumerateArray())
            entries.Add(Entry(item, path, entries.Count));
        return new AcceptFile(entries);
    }

    /// <summary>Writes an accept file with entries for the open findings of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="reason">Why the findings are tolerated.</param>
    /// <param name="expires">The last day on which the findings are tolerated.</param>
    /// <param name="output">The writer.</param>
    public static void Write(Report report, string reason, DateOnly expires, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        IndentedJson.Write(output, json => WriteEntries(json, report, reason, expires));
    }

    private static void WriteEntries(Utf8JsonWriter json, Report report, string reason, DateOnly expires)
    {
        json.WriteStartObject();
        json.WriteStartArray("accept");
        foreach (var finding in report.Open.Where(finding => finding.Verdict > Verdict.Compatible))
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule.Id);
            if (finding.Action is { } action)
                json.WriteString("action", action);
            json.WriteString("pointer", finding.Pointer);
            json.WriteString("hash", finding.ContentHash);
            json.WriteString("reason", reason);
            json.WriteString("expires", expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Acceptance Entry(PositionedElement item, string path, int index)
    {
        if (item.ValueKind != JsonValueKind.Object)
            throw new ContractException(
                $"{path}{item.Range}: expected an entry, an object with 'rule', 'pointer', 'hash', 'reason' and 'expires'.");
        var expires = Text("expires");
        if (!DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new ContractException(
                $"{path}{item["expires"].Range}: expected 'expires' to be a date such as 2027-01-31, got '{expires}'.");
        return new Acceptance(
            Text("rule"), item["action"].AsString(), Text("pointer", mayBeEmpty: true), Text("hash"), Text("reason"), day,
            new Location(path, $"/accept/{index.ToString(CultureInfo.InvariantCulture)}", item.Range));

        string Text(string name, bool mayBeEmpty = false) => item[name].AsString() is { } text && (mayBeEmpty || text.Trim().Length > 0)
            ? text
            : throw new ContractException(
                $"{path}{item.Range}: expected a text '{name}' in the entry. An entry has the rule, pointer and hash of a finding, a "
                    + $"reason and an expiry date.");
    }
}
