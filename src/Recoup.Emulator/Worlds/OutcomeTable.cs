using System.Text.Json;

namespace Recoup.Emulator.Worlds;

/// <summary>The outcomes that a world can script. Each has the name of the method that scripts it in C#.</summary>
internal static class OutcomeTable
{
    public static IReadOnlyList<OutcomeRow<ActionStub>> OfActions { get; } =
    [
        new("returns", value => WorldPayload.Read(value) is { } payload
            ? payload.HasReferences ? stub => stub.ReturnsFilled(payload.Fill) : stub => stub.Returns(payload.Json)
            : null),
        new("returnsRaw", value => WorldPayload.Read(value) is { } payload
            ? payload.HasReferences ? stub => stub.ReturnsRawFilled(payload.Fill) : stub => stub.ReturnsRaw(payload.Json)
            : null),
        new("returnsNothing", value => value.True() ? stub => stub.ReturnsNothing() : null),
        new("unsuccessful", value => value.Text("the message of the service") is { } text ? stub => stub.Unsuccessful(text) : null),
        new("failsUpstream", ReadFailure),
        new("timesOut", value => value.IsTrueOr(out var other) ? stub => stub.TimesOut()
            : other.Seconds() is { } after ? stub => stub.TimesOut(after) : null),
        new("executesThenLosesReply", value => value.IsTrueOr(out var other) ? stub => stub.ExecutesThenLosesReply()
            : other.OneOf(TransportFault.Refused, TransportFault.UnknownHost) is { } fault ? stub => stub.ExecutesThenLosesReply(fault)
            : null),
        new("fails", value => value.OneOf<TransportFault>() is { } fault ? stub => stub.Fails(fault) : null),
        new("answersMalformedJson", value => value.True() ? stub => stub.AnswersMalformedJson() : null),
        new("answersHtml", value => value.IsTrueOr(out var other) ? stub => stub.AnswersHtml()
            : other.Integer(400, 599) is { } status ? stub => stub.AnswersHtml(status) : null),
        new("answersWrongShape", value => value.Json() is { } body ? stub => stub.AnswersWrongShape(body) : null),
    ];

    public static IReadOnlyList<OutcomeRow<FileStub>> OfFiles { get; } =
    [
        new("returns", value => FileReader.ReadDescriptor(value, hasKey: false) is { } file
            ? stub => stub.Returns(file.Name, file.MimeType)
            : null),
        new("isUnreachable", value => value.IsTrueOr(out var other) ? stub => stub.IsUnreachable()
            : other.Text("the message of the download") is { } text ? stub => stub.IsUnreachable(text) : null),
        new("failsUpstream", value => value.IsTrueOr(out var other) ? stub => stub.FailsUpstream()
            : other.Text("the message of the storage") is { } text ? stub => stub.FailsUpstream(text) : null),
        new("fails", value => value.OneOf<TransportFault>() is { } fault ? stub => stub.Fails(fault) : null),
    ];

    private static Action<ActionStub>? ReadFailure(WorldValue value)
    {
        if (value.IsTrueOr(out var other))
            return stub => stub.FailsUpstream();
        if (other.Element.ValueKind != JsonValueKind.Object)
            return other.Text("the message of the service") is { } text ? stub => stub.FailsUpstream(text) : null;
        var (message, status) = ((string?)null, (int?)null);
        other.Members(
            "a failure of the service",
            [
                new("message", words => message = words.Text("the message of the service")),
                new("status", number => status = number.Integer(200, 599)),
            ],
            "message");
        return message is null ? null : stub => stub.FailsUpstream(message, status ?? 500);
    }

    /// <summary>Reads an object that has one outcome.</summary>
    /// <param name="value">The object.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="rows">The outcomes.</param>
    /// <param name="others">The other members of the object.</param>
    /// <returns>What scripts the outcome; null if a problem was reported.</returns>
    public static Action<TStub>? ReadOne<TStub>(
        WorldValue value, string what, IReadOnlyList<OutcomeRow<TStub>> rows, params IEnumerable<WorldMember> others)
    {
        var (script, name) = ((Action<TStub>?)null, (string?)null);
        value.Members(what, [.. rows.Select(row => new WorldMember(row.Name, outcome => Read(row, outcome))), .. others]);
        if (name is null && value.Element.ValueKind == JsonValueKind.Object)
            value.Unexpected($"{what} with one of the members {string.Join(", ", rows.Select(row => row.Name))}", "an object without one");
        return script;

        void Read(OutcomeRow<TStub> row, WorldValue outcome)
        {
            if (name is not null)
                outcome.Unexpected($"one outcome in {what}", $"'{row.Name}' after '{name}'");
            name = row.Name;
            script = row.Read(outcome);
        }
    }
}

/// <summary>An outcome of a world.</summary>
/// <param name="Name">The name of its member.</param>
/// <param name="Read">Reads the value of the member into what scripts the outcome; null if a problem was reported.</param>
internal sealed record OutcomeRow<TStub>(string Name, Func<WorldValue, Action<TStub>?> Read);
