using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>A generated type whose values write themselves into a call. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IParameterValue
{
    /// <summary>Writes the value.</summary>
    /// <param name="writer">The writer of the call.</param>
    void WriteTo(CallWriter writer);

    /// <summary>Creates the converter of the value's type. It uses nothing of the value itself, which may be uninitialized.</summary>
    JsonConverter CreateConverter();
}
