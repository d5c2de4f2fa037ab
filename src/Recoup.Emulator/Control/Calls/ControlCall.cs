using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Recoup.Catalogs.Problems;
using Recoup.Emulator.Control.Events;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Messages;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Engine;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator.Control.Calls;

/// <summary>A request of the control API.</summary>
/// <param name="Engine">The emulator that it controls.</param>
/// <param name="Options">The options of the emulator.</param>
internal sealed record ControlCall(EmulatorEngine Engine, RecoupEmulatorOptions Options)
{
    public required IReadOnlyDictionary<string, string> Path { get; init; }

    public required IQueryCollection Query { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The exchanges as events.</summary>
    public required EventBatches Events { get; init; }

    /// <summary>The address that the caller uses, without a slash at its end.</summary>
    public required string Address { get; init; }

    public required CancellationToken Aborted { get; init; }

    /// <summary>Reads a JSON body.</summary>
    /// <param name="what">What the body is, for messages.</param>
    /// <param name="members">Its members.</param>
    /// <param name="required">The members that must be there.</param>
    /// <exception cref="ControlProblem">The body has problems.</exception>
    public void ReadBody(string what, IReadOnlyList<WorldMember> members, params string[] required)
    {
        var value = ControlBody.Parse(Body);
        value.Members(what, members, required);
        ControlBody.Require(value);
    }

    /// <summary>Reads a JSON body with one member.</summary>
    public T ReadMember<T>(string what, string name, Func<WorldValue, T?> read)
        where T : struct
    {
        T? found = null;
        ReadBody(what, [new(name, value => found = read(value))], name);
        return found!.Value;
    }

    /// <summary>The action that the path names.</summary>
    public CatalogEntry Entry => Engine.Services.Catalog.Find(Path["slug"])
        ?? throw NotFound("action", Path["slug"], Engine.Services.Catalog.Entries.Select(entry => entry.Action.Slug));

    /// <summary>The connector that the path names.</summary>
    public string Connector => Engine.Services.KnownConnectors is var known && known.Contains(Path["connector"])
        ? Path["connector"]
        : throw NotFound("connector", Path["connector"], known);

    /// <summary>The account that the path names.</summary>
    public EmulatedAccount Account(string parameter = "account") => Named(Path[parameter]);

    /// <summary>The account with an id or a name, or the default one.</summary>
    public EmulatedAccount Named(string name)
    {
        var accounts = Engine.State.Accounts;
        return accounts.FirstOrDefault(account => account.Name == name)
            ?? (name == "default" ? Engine.State.Default : null)
            ?? (Guid.TryParse(name, CultureInfo.InvariantCulture, out var id) ? accounts.FirstOrDefault(account => account.Id == id) : null)
            ?? throw NotFound("account", name, accounts.Select(account => account.Name ?? "default").Distinct());
    }

    /// <summary>An action that the query or the body names.</summary>
    public string Action(string slug) => Engine.Services.Catalog.Find(slug) is not null
        ? slug
        : throw NotFound("action", slug, Engine.Services.Catalog.Entries.Select(entry => entry.Action.Slug));

    /// <summary>The value of a query parameter; null if it is not given.</summary>
    /// <exception cref="ControlProblem">The parameter is repeated or empty.</exception>
    public string? Text(string name) => TextOrEmpty(name) is not "" and var text
        ? text
        : throw new ControlProblem(400, $"The query parameter {name}: expected a value, got an empty one.");

    /// <summary>The value of a query parameter that may be empty; null if it is not given.</summary>
    /// <exception cref="ControlProblem">The parameter is repeated.</exception>
    public string? TextOrEmpty(string name) => !Query.TryGetValue(name, out var values) ? null
        : values is [var text] ? text
        : throw new ControlProblem(
            400, FormattableString.Invariant($"The query parameter {name}: expected one value, got {values.Count}."));

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw Wrong(name, "true or false", other),
    };

    public long? Integer(string name, long least, long most) => Text(name) is not { } text
        ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw Wrong(name, FormattableString.Invariant($"an integer from {least} to {most}"), text);

    public double? Number(string name, double least, double most) => Text(name) is not { } text
        ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(name, FormattableString.Invariant($"a number from {least} to {most}"), text);

    public static ControlProblem Wrong(string parameter, string expected, string got) =>
        new(400, $"The query parameter {parameter}: expected {expected}, got '{Excerpt.Of(got, 100)}'.");

    public static ControlProblem NotFound(string kind, string name, IEnumerable<string> known) =>
        new(404, $"There is no {kind} '{Excerpt.Of(name, 100)}'.{Nearest.Question(name, known)}");

    public static ApiResponse Done { get; } = ApiResponse.Empty(204);

    public static ApiResponse Json(Action<Utf8JsonWriter> write, int status = 200) =>
        ApiResponse.Json(status, write, static (writer, write) => write(writer));
}
