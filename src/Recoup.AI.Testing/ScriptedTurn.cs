using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Recoup.Typed;

namespace Recoup.AI.Testing;

/// <summary>One turn of a script: what the model says and which tools it calls, in this order. Several calls may be in one turn.</summary>
public sealed class ScriptedTurn
{
    private readonly List<object> _parts = [];

    internal ScriptedTurn()
    {
    }

    /// <summary>Texts, and <see cref="ScriptedCall"/>s.</summary>
    internal IReadOnlyList<object> Parts => _parts;

    /// <summary>The model writes a text.</summary>
    /// <param name="text">The text.</param>
    public ScriptedTurn Says(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return Add(text);
    }

    /// <summary>The model calls the tool of an action. The compiler checks the arguments.</summary>
    /// <param name="call">
    /// The call, for example <c>YouTube.SearchVideos(q: "lo-fi")</c>. If the tool is strict, what the call leaves out is null.
    /// </param>
    public ScriptedTurn Calls<T>(ActionCall<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Add(new ScriptedCall(call.Slug, call.ToJson(), IsTyped: true));
    }

    /// <summary>The model calls the tool of an action with any arguments, for example wrong ones.</summary>
    /// <param name="action">The generated method itself, for example <c>YouTube.SearchVideos</c>.</param>
    /// <param name="arguments">The arguments as the model writes them: a JSON object in the form of the tool's schema.</param>
    /// <exception cref="ArgumentException">The method is not a generated action, or the arguments are not a JSON object.</exception>
    public ScriptedTurn Calls(Delegate action, [StringSyntax(StringSyntaxAttribute.Json)] string arguments) =>
        Calls(GeneratedAction.SlugOf(action), arguments);

    /// <summary>The model calls a tool.</summary>
    /// <param name="tool">The name of the tool, or the slug of its action.</param>
    /// <param name="arguments">The arguments as the model writes them: a JSON object in the form of the tool's schema.</param>
    /// <exception cref="ArgumentException">The arguments are not a JSON object.</exception>
    public ScriptedTurn Calls(string tool, [StringSyntax(StringSyntaxAttribute.Json)] string arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(tool);
        return Add(new ScriptedCall(tool, ReadArguments(tool, arguments), IsTyped: false));
    }

    private ScriptedTurn Add(object part)
    {
        _parts.Add(part);
        return this;
    }

    private static JsonElement ReadArguments(string tool, string arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        try
        {
            using var document = JsonDocument.Parse(arguments);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ArgumentException(
                    $"Expected the arguments of {tool} to be a JSON object, got {arguments}", nameof(arguments));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException(
                $"Expected the arguments of {tool} to be a JSON object, got {arguments}. {exception.Message}",
                nameof(arguments), exception);
        }
    }
}
