using System.Text.Json;
using Microsoft.Extensions.AI;
using Recoup.Schemas;

namespace Recoup.AI.Testing;

/// <summary>The tools that a request offers to the model.</summary>
internal sealed class OfferedTools(Conversation conversation)
{
    private const int Shown = 20;

    /// <summary>A tool call, as the model writes it.</summary>
    /// <exception cref="ScriptedChatException">The provider would not let the model write it.</exception>
    public FunctionCallContent Call(ScriptedCall call, string id)
    {
        var tool = Find(call.Tool) ?? throw conversation.Failure(
            $"Expected a call of a tool that the request offers, got {call.Tool}. It offers {Names()}.");
        var arguments = IsStrict(tool) ? Strict((AIFunctionDeclaration)tool, call) : call.Arguments;
        return new FunctionCallContent(
            id, tool.Name, arguments.EnumerateObject().ToDictionary(member => member.Name, object? (member) => member.Value));
    }

    /// <summary>The name of a tool, by its name or by the slug of its action; the text itself if no such tool is offered.</summary>
    public string NameOf(string tool) => Find(tool)?.Name ?? tool;

    /// <summary>Whether a person has to approve the calls of a tool.</summary>
    public bool NeedsApproval(string name) => Find(name)?.GetService<ApprovalRequiredAIFunction>() is not null;

    private AITool? Find(string tool) => conversation.Options?.Tools?.FirstOrDefault(
        offered => offered.Name == tool || offered.GetService<ActionTool>()?.Slug == tool);

    private static bool IsStrict(AITool tool) =>
        tool is AIFunctionDeclaration && tool.AdditionalProperties.TryGetValue("strict", out var strict) && strict is true;

    // With strict, the provider lets the model write only arguments that match the schema.
    private JsonElement Strict(AIFunctionDeclaration tool, ScriptedCall call)
    {
        var schema = JsonSchema.Parse(tool.JsonSchema);
        var arguments = call.IsTyped ? StrictArguments.Complete(call.Arguments, tool.JsonSchema) : call.Arguments;
        if (schema.Validate(arguments) is { IsValid: false } result)
        {
            throw conversation.Failure($"Expected arguments that match the schema of {tool.Name}, because the tool is strict, got "
                + $"{arguments.GetRawText()}\n  {string.Join("\n  ", result.Violations)}"
                + (call.IsTyped ? "\nWrite them as JSON, in the form of the tool." : ""));
        }

        return arguments;
    }

    private string Names()
    {
        var names = conversation.Options?.Tools?.Select(tool => tool.Name).ToArray() ?? [];
        return names.Length == 0 ? "none"
            : string.Join(", ", names.Take(Shown))
                + (names.Length > Shown ? FormattableString.Invariant($" and {names.Length - Shown} more") : "");
    }
}
