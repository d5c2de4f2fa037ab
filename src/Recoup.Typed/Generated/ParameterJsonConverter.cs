using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>Converts every type that can be a parameter. Generated types name it in their attribute.</summary>
/// <remarks>
/// A type creates its own converter in a default interface member, so no generic type is created by reflection. Tested with ahead-of-time
/// compilation: the converters of types that a <see cref="JsonSerializerContext"/> lists are kept.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(IParameterValue).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "No constructor runs: the instance only creates its converter, and needs no state for that.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        ((IParameterValue)RuntimeHelpers.GetUninitializedObject(typeToConvert)).CreateConverter();
}
