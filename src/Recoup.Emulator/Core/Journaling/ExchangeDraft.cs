using System.Text.Json;
using Recoup.Emulator.Core.Errors;

namespace Recoup.Emulator.Core.Journaling;

/// <summary>An exchange in the making; the stages of the API fill it in.</summary>
internal sealed class ExchangeDraft(long number, DateTimeOffset at, string operation)
{
    public string Operation { get; } = operation;

    public bool IsRecorded { get; set; }

    public string? Slug { get; set; }

    public string? ToolSlug { get; set; }

    public EmulatedAccount? Caller { get; set; }

    public EmulatedAccount? Account { get; set; }

    public JsonElement Parameters { get; set; }

    public string? Outcome { get; set; }

    public bool Executed { get; set; }

    public IReadOnlyList<string> Violations { get; set; } = [];

    public Exchange Answered(ApiAnswer answer) => Finish(
        answer.Fault is null ? answer.Status : null, answer.Fault, answer.Error is null ? null : DocumentedErrors.Describe(answer.Error));

    public Exchange Unanswered(string reason) => Finish(null, null, reason);

    private Exchange Finish(int? status, TransportFault? fault, string? error) => new()
    {
        Number = number,
        At = at,
        Operation = Operation,
        Slug = Slug,
        ToolSlug = ToolSlug,
        Caller = Caller,
        Account = Account,
        Parameters = Parameters,
        Outcome = Outcome,
        Executed = Executed,
        Violations = Violations,
        Status = status,
        Fault = fault,
        Error = error,
    };
}
