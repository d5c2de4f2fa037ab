using System.Text.Json.Serialization;

namespace Recoup.Typed;

/// <summary>A call whose type of result is not known at compile time.</summary>
internal interface IActionCall
{
    /// <summary>Creates the converter of the call's type. It uses nothing of this call, which may be uninitialized.</summary>
    JsonConverter CreateConverter();
}
