using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Recoup.Emulator.Core.Files;
using Recoup.Emulator.Core.Operations;
using Recoup.Emulator.Core.State;
using Recoup.Emulator.Core.Stubs;

namespace Recoup.Emulator.Worlds;

/// <summary>Writes the state of an emulator as the text of a world.</summary>
internal static class WorldWriter
{
    private const int MostNamed = 50;

    private static readonly JsonWriterOptions Writing = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Write(PlatformState state, ApiServices services)
    {
        var names = Names(state.Accounts);
        var stubs = services.Stubs.Stubs.Select(stub => new SavedStub(stub, stub.Source, stub.Remaining))
            .Where(stub => stub.Steps is not null).ToArray();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            WriteComment(writer, stubs);
            writer.WriteString("defaultAccount", names[state.Default]);
            WriteAccounts(writer, state, services, names);
            writer.WriteStartArray("sharedConnections");
            foreach (var connector in state.Shared.Where(services.KnownConnectors.Contains))
                writer.WriteStringValue(connector);
            writer.WriteEndArray();
            writer.WriteString("upstream", state.IsUpstreamDown ? "down" : "up");
            writer.WriteStartArray("stubs");
            foreach (var stub in stubs.Where(stub => stub.IsWritten))
                WriteStub(writer, stub, names);
            writer.WriteEndArray();
            WriteFiles(writer, services.Files.All, state.StagedFiles);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The names of the accounts: their own, or "default" and "account-2", "account-3", …</summary>
    private static Dictionary<EmulatedAccount, string> Names(IReadOnlyList<EmulatedAccount> accounts)
    {
        var taken = accounts.Select(account => account.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<EmulatedAccount, string>();
        foreach (var (number, account) in accounts.Index())
        {
            var name = account.Name ?? (number == 0 ? "default" : FormattableString.Invariant($"account-{number + 1}"));
            while (account.Name is null && !taken.Add(name))
                name += "-";
            names.Add(account, name);
        }

        return names;
    }

    private static void WriteComment(Utf8JsonWriter writer, SavedStub[] stubs)
    {
        var left = stubs.Where(stub => !stub.IsWritten)
            .Select(stub => FormattableString.Invariant($"{stub.Stub.Slug} (stub {stub.Stub.Id})"));
        if (string.Join(", ", left.Take(MostNamed)) is { Length: > 0 } names)
            writer.WriteString("$comment", "Stubs that were scripted in C# are not part of this world: " + names);
    }

    private static void WriteAccounts(
        Utf8JsonWriter writer, PlatformState state, ApiServices services, Dictionary<EmulatedAccount, string> names)
    {
        writer.WriteStartObject("accounts");
        foreach (var (account, name) in names)
        {
            writer.WriteStartObject(name);
            writer.WriteString("id", account.Id);
            writer.WriteString("key", account.ApiKey);
            writer.WriteString("token", account.AccessToken);
            if (state.IsRevoked(account))
                writer.WriteString("credentials", "revoked");
            writer.WriteStartObject("connections");
            foreach (var connector in services.KnownConnectors.Order(StringComparer.Ordinal))
            {
                if (state.FindConnection(account, connector) is { } connection)
                    writer.WriteString(connector, Text(connection.State));
            }

            writer.WriteEndObject();
            writer.WriteStartObject("access");
            foreach (var (target, access) in state.AccessOf(account).Where(entry => IsSaved(account, entry)))
                writer.WriteString(names[target], Text(access));
            writer.WriteEndObject();
            if (state.IsUpstreamDownFor(account))
                writer.WriteString("upstream", "down");
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static bool IsSaved(EmulatedAccount account, (EmulatedAccount Target, AccountAccess Access) entry) =>
        entry.Access != AccountAccess.None && entry.Target != account;

    // The outcomes that are left: the first of them for as many calls as are left of it.
    private static void WriteStub(Utf8JsonWriter writer, SavedStub saved, Dictionary<EmulatedAccount, string> names)
    {
        writer.WriteStartObject();
        foreach (var member in saved.Source.EnumerateObject())
        {
            if (member.Name == "account" && saved.Stub.Account is { } account)
            {
                writer.WriteString(member.Name, names[account]);
                continue;
            }

            if (member.Name != "outcomes")
            {
                member.WriteTo(writer);
                continue;
            }

            writer.WriteStartArray(member.Name);
            foreach (var (index, times) in saved.Steps!)
                WriteOutcome(writer, member.Value[index], times);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter writer, JsonElement outcome, int? times)
    {
        writer.WriteStartObject();
        foreach (var member in outcome.EnumerateObject().Where(member => member.Name != "times"))
            member.WriteTo(writer);
        if (times is { } count)
            writer.WriteNumber("times", count);
        writer.WriteEndObject();
    }

    private static void WriteFiles(
        Utf8JsonWriter writer, IReadOnlyList<(string Url, FileOutcome Outcome)> files, IReadOnlyList<EmulatedFile> staged)
    {
        writer.WriteStartObject("files");
        foreach (var (url, outcome) in files)
        {
            writer.WriteStartObject(url);
            if (outcome.Fault is { } fault)
                writer.WriteString("fails", Text(fault));
            else if (outcome.Failure is { } failure)
                writer.WriteString("failsUpstream", failure);
            else if (outcome.Unreachable is { } reason)
                writer.WriteString("isUnreachable", reason);
            else
                WriteFile(writer, "returns", outcome.Name!, outcome.MimeType!);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("stagedFiles");
        foreach (var file in staged.TakeLast(WorldLimits.Entries))
        {
            writer.WriteStartObject();
            writer.WriteString("name", file.Name);
            writer.WriteString("mimetype", file.MimeType);
            writer.WriteString("s3key", file.S3Key);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter writer, string member, string name, string mimeType)
    {
        writer.WriteStartObject(member);
        writer.WriteString("name", name);
        writer.WriteString("mimetype", mimeType);
        writer.WriteEndObject();
    }

    private static string Text<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    /// <summary>A stub as it was at one moment: calls may use it meanwhile.</summary>
    private sealed record SavedStub(Stub Stub, JsonElement Source, IReadOnlyList<(int Index, int? Times)>? Steps)
    {
        public bool IsWritten => Source.ValueKind == JsonValueKind.Object;
    }
}
