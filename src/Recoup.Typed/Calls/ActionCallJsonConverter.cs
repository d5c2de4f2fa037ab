using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Recoup.Typed.Generated;

namespace Recoup.Typed;

/// <summary>Converts calls to <c>{"slug": "...", "parameters": {...}}</c> and back.</summary>
/// <remarks>
/// Every call can be written. A call can be read as an <see cref="ActionCall{T}"/> of <see cref="JsonElement"/> or of a generated view;
/// any other call reads its result with a function, which is not part of the JSON. With ahead-of-time compilation, a context that lists
/// the call of a view must list the view too.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActionCallJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(IActionCall).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);

        // A program that only reads calls never creates one by itself, so that the call cannot create the converter: ahead-of-time
        // compilation leaves out what no code creates.
        if (typeToConvert == typeof(ActionCall<JsonElement>))
            return new ActionCallConverter<JsonElement>(static envelope => envelope.Data);
        var result = typeToConvert.GenericTypeArguments[0];
        return typeof(IPayloadView).IsAssignableFrom(result)
            ? ((IPayloadView)Uninitialized(result)).CreateCallConverter()
            : ((IActionCall)Uninitialized(typeToConvert)).CreateConverter();
    }

    [UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "No constructor runs: the instance only creates its converter, and needs no state for that.")]
    private static object Uninitialized(Type type)
    {
        try
        {
            return RuntimeHelpers.GetUninitializedObject(type);
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException(
                $"Nothing in the program creates {type}, so that ahead-of-time compilation left it out. If it is a view, add it to the "
                    + "JsonSerializerContext with [JsonSerializable]; otherwise, read the call as ActionCall<JsonElement>.",
                e);
        }
    }
}
