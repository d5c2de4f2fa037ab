using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed;

/// <summary>Converts calls to <c>{"slug": "...", "parameters": {...}}</c> and back.</summary>
/// <remarks>
/// Every call can be written. A call can be read as an <see cref="ActionCall{T}"/> of <see cref="JsonElement"/> or of a generated view;
/// any other call reads its result with a function, which is not part of the JSON.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActionCallJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(IActionCall).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "No constructor runs: the instance only creates its converter, and needs no state for that.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        ((IActionCall)RuntimeHelpers.GetUninitializedObject(typeToConvert)).CreateConverter();
}
