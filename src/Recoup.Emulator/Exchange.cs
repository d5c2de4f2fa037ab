using System.Text.Json;

namespace Recoup.Emulator;

/// <summary>One request and what became of it. It stands in the journal as soon as that is known, and does not change any more.</summary>
public sealed class Exchange
{
    internal Exchange(long number, DateTimeOffset at, string operation) => (Number, At, Operation) = (number, at, operation);

    /// <summary>The place of the request among all that arrived, from 1.</summary>
    public long Number { get; }

    /// <summary>When the request arrived, on the emulator's clock.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Method and path, for example <c>POST /api/connectors/actions</c>.</summary>
    public string Operation { get; }

    /// <summary>The slug of the action to execute, as it was sent; null for other operations and for bodies without one.</summary>
    public string? Slug { get; internal set; }

    /// <summary>The slug of the action that a file was staged for (<c>toolSlug</c>), or null.</summary>
    public string? ToolSlug { get; internal set; }

    /// <summary>Whose credential the request had; null when it had no valid one.</summary>
    public EmulatedAccount? Caller { get; internal set; }

    /// <summary>The account the request acted for: the one it named, else the caller; null without a valid credential.</summary>
    public EmulatedAccount? Account { get; internal set; }

    /// <summary>The parameters of the execution, as they were sent; undefined for other operations.</summary>
    public JsonElement Parameters { get; internal set; }

    /// <summary>The status of the answer; null where none was sent: the network failed, the caller gave up, the emulator complained.</summary>
    public int? Status { get; internal set; }

    /// <summary>The failure of the network that was injected, or null.</summary>
    public TransportFault? Fault { get; internal set; }

    /// <summary>What happened to an execution that passed every check, for example <c>returns</c> or <c>times out</c>; null for one that did not get there.</summary>
    public string? Outcome { get; internal set; }

    /// <summary>
    /// Whether the request took effect: the action was executed, the connection made or removed, the file staged. True also when the
    /// reply was lost; false for everything that was refused.
    /// </summary>
    public bool Executed { get; internal set; }

    /// <summary>What the answer's error says, or the emulator's complaint; null where all went well.</summary>
    public string? Error { get; internal set; }

    /// <summary>How the parameters break the action's schema, one line each. Filled also where the behavior does not check them (D5).</summary>
    public IReadOnlyList<string> Violations { get; internal set; } = [];

    internal bool IsRecorded { get; set; }

    /// <summary>Number, operation, slug and what became of it, in one line.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"#{Number} {Operation}{(Slug is null ? "" : " " + Slug)}: {Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Fault?.ToString() ?? "no answer"}{(Executed ? ", executed" : "")}{(Error is null ? "" : " - " + Error)}");
}
