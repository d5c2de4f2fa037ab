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

    /// <summary>Writes the descriptor of a staged file, or the address of a file that the server fetches.</summary>
    public static void Write(Utf8JsonWriter writer, StagedFile file)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(file);
        StagedFileJsonConverter.Write(writer, file);
    }
}
