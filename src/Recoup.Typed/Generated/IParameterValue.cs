using System.ComponentModel;

namespace Recoup.Typed.Generated;

/// <summary>A generated type that writes itself into a call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IParameterValue
{
    /// <summary>Writes the value.</summary>
    /// <param name="writer">The call that is being made.</param>
    void WriteTo(CallWriter writer);
}
