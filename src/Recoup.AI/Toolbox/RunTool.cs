using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Recoup.AI.Dialects;
using Recoup.AI.Json;
using Recoup.AI.Tools;

namespace Recoup.AI.Toolbox;

/// <summary>Runs an action, as the tool of that action alone would.</summary>
internal sealed class RunTool(ToolProjection definition, ActionShelf shelf, ActionRunner runner, RecoupToolOptions options)
    : ToolboxTool(definition)
{
    /// <inheritdoc/>
    protected override async ValueTask<JsonElement> RunAsync(
        JsonElement arguments, AIFunctionArguments context, CancellationToken cancellationToken)
    {
        if (TextOf(arguments, "action") is not { } slug)
            return Invalid($"Expected the action in 'action', as {ToolboxDefinitions.Search} names it.");
        if (!shelf.TryGet(slug, out var action))
            return Unknown(slug, shelf);
        if (!TryGetParameters(arguments, out var parameters, out var problem))
            return Invalid(problem);
        var tool = new ActionTool(action, ToolProjection.Of(action, Dialect.None), runner, options);
        var call = new AIFunctionArguments { Services = context.Services, Context = context.Context };
        try
        {
            foreach (var parameter in parameters.EnumerateObject())
                call[parameter.Name] = parameter.Value;
        }
        catch (InvalidOperationException exception)
        {
            return Invalid(ToolArguments.Unreadable(exception));
        }

        return (await tool.RunAsync(call, cancellationToken).ConfigureAwait(false)).Content;
    }

    // Some models write the object as text.
    private static bool TryGetParameters(JsonElement arguments, out JsonElement parameters, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (!arguments.TryGetProperty("arguments", out parameters))
        {
            problem = """Expected the parameters of the action in 'arguments', for example {"action": "…", "arguments": {"owner": "…"}}.""";
            return false;
        }

        if (parameters.ValueKind == JsonValueKind.String && TryParse(parameters.GetString()!, out var parsed))
            parameters = parsed;
        if (parameters.ValueKind == JsonValueKind.Object)
            return true;
        problem = $"Expected an object in 'arguments', got {parameters.ValueKind}. Pass the parameters by name.";
        return false;
    }

    private static bool TryParse(string text, out JsonElement parsed)
    {
        try
        {
            parsed = JsonText.Parse(System.Text.Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (JsonException)
        {
            parsed = default;
            return false;
        }
    }
}
