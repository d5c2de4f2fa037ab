using System.ComponentModel;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>Writes the values of a body that take more than one call of the writer. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestJson
{
    /// <summary>Writes any JSON.</summary>
    /// <exception cref="ArgumentException">The element was never assigned.</exception>
    public static void Write(Utf8JsonWriter writer, JsonElement value, string name)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.ValueKind == JsonValueKind.Undefined)
            throw new ArgumentException("Expected JSON, got a JsonElement without a value.", name);
        value.WriteTo(writer);
    }

    /// <summary>Writes a string, a number or a boolean.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public static void Write<T>(Utf8JsonWriter writer, T value, string name)
        where T : struct, IScalarUnion<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Value.IsNull)
            throw new ArgumentNullException(name);
        value.Value.WriteTo(writer);
    }

    /// <summary>Writes the name of an additional member, which must not be one that the document describes.</summary>
    /// <param name="writer">The writer of the body.</param>
    /// <param name="key">The name.</param>
    /// <param name="described">The names that the document describes.</param>
    /// <param name="name">The C# name of the additional members.</param>
    /// <exception cref="ArgumentException">The document describes the member.</exception>
    public static void WriteOtherKey(Utf8JsonWriter writer, string key, string[] described, string name)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(key);
        if (described.AsSpan().Contains(key))
        {
            throw new ArgumentException(
                $"Expected an additional member, got '{Excerpt.Of(key)}', which the document describes. Set it by its own name in C#.",
                name);
        }

        writer.WritePropertyName(key);
    }

    /// <summary>Writes the descriptor of a staged file, or the address of a file that the server fetches.</summary>
    public static void Write(Utf8JsonWriter writer, StagedFile file)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(file);
        StagedFileJsonConverter.Write(writer, file);
    }
}
