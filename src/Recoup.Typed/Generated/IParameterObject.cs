using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>A generated class with the members of an object. Called by generated code.</summary>
/// <typeparam name="TSelf">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1033", Justification = "Only the library calls the default members; generated types stay small.")]
public interface IParameterObject<TSelf> : IParameterValue
    where TSelf : class, IParameterObject<TSelf>
{
    /// <summary>Reads an object from JSON.</summary>
    /// <param name="json">The element.</param>
    static abstract TSelf Read(ResponseElement json);

    JsonConverter IParameterValue.CreateConverter() => new ParameterObjectConverter<TSelf>();
}
