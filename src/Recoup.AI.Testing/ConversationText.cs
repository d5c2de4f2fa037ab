using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Recoup.AI.Testing;

/// <summary>Writes a conversation for people, and its values as JSON.</summary>
internal static class ConversationText
{
    private const int MaxLength = 1_000;

    private static readonly JsonElement Null = JsonElement.Parse("null"u8);

    public static string Of(Conversation conversation)
    {
        var text = new StringBuilder();
        foreach (var message in conversation.Messages)
        {
            foreach (var content in message.Contents.Where(IsForTheModel))
                text.Append("  ").Append(Line(message.Role, content, conversation)).Append('\n');
        }

        return text.Length == 0 ? "  (empty)" : text.ToString(0, text.Length - 1);
    }

    /// <summary>What a tool returned, or an argument of a call.</summary>
    public static JsonElement Json(object? value) => value switch
    {
        null => Null,
        JsonElement element => element,
        _ => JsonSerializer.SerializeToElement(value, (JsonTypeInfo)AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType())),
    };

    // The loop of tool calls leaves settled approvals in the history. A provider gets the calls and their results only.
    private static bool IsForTheModel(AIContent content) => content is not (ToolApprovalRequestContent or ToolApprovalResponseContent);

    private static string Line(ChatRole role, AIContent content, Conversation conversation) => content switch
    {
        TextContent text => $"{Speaker(role)}: {Cut(text.Text)}",
        FunctionCallContent call => $"model calls {call.Name} {Cut(Arguments(call))}{Approval(call, conversation)}",
        FunctionResultContent { Exception: { } exception } => $"  failed with {exception.GetType().Name}: {Cut(exception.Message)}",
        FunctionResultContent result => $"  result: {Cut(Json(result.Result).GetRawText())}",
        _ => $"{Speaker(role)}: ({content.GetType().Name})",
    };

    private static string Approval(FunctionCallContent call, Conversation conversation) =>
        conversation.IsWaiting && conversation.Messages[^1].Contents.Contains(call) && conversation.Tools.NeedsApproval(call.Name)
            ? " (a person has to approve it)"
            : "";

    private static string Speaker(ChatRole role) => role == ChatRole.Assistant ? "model" : role.Value;

    private static string Arguments(FunctionCallContent call) => call.Arguments is null
        ? "{}"
        : $"{{{string.Join(',', call.Arguments.Select(argument => $"{Quoted(argument.Key)}:{Json(argument.Value).GetRawText()}"))}}}";

    private static string Quoted(string name) => $"\"{JsonEncodedText.Encode(name)}\"";

    private static string Cut(string text)
    {
        var shown = text.Length <= MaxLength
            ? text
            : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)]
                + FormattableString.Invariant($"… ({text.Length} characters)");
        return shown.ReplaceLineEndings("\n    ");
    }
}
