using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>Converts every view. Generated views name it in their attribute.</summary>
/// <remarks>
/// A view creates its own converter in a default interface member, so no generic type is created by reflection. Tested with ahead-of-time
/// compilation: the converters of types that a <see cref="JsonSerializerContext"/> lists are kept.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ViewJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(IPayloadView).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "No constructor runs: the instance only creates its converter, and needs no state for that.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        ((IPayloadView)RuntimeHelpers.GetUninitializedObject(typeToConvert)).CreateConverter();
}
