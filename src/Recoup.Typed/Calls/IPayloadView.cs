using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>A generated view whose type is not known at compile time. Called by the library.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPayloadView
{
    /// <summary>The element that is viewed.</summary>
    JsonElement Json { get; }

    /// <summary>Creates the converter of the view's type. It uses nothing of this view, which may be uninitialized.</summary>
    JsonConverter CreateConverter();

    /// <summary>
    /// Creates the converter of calls whose results are read as the view's type. It uses nothing of this view, which may be uninitialized.
    /// </summary>
    JsonConverter CreateCallConverter();
}
