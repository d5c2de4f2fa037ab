namespace Recoup.Binding.Types;

/// <summary>What becomes of the values of a schema.</summary>
internal enum BindingPurpose
{
    /// <summary>They are the parameters of an action: they are written.</summary>
    Parameters,

    /// <summary>They are the result of an action: they are read.</summary>
    Result,

    /// <summary>They are in the messages of an OpenAPI document: a class is written, read, or both.</summary>
    Document,
}
