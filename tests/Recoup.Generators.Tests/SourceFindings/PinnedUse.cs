namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>One use of generated code.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Used">The action or operation that is called, else the member as findings name it.</param>
/// <param name="Code">The parameters and body of a method that does so.</param>
internal sealed record PinnedUse(UseKind Kind, string Used, string Code)
{
    /// <summary>What findings are compared by.</summary>
    public string Key => Kind is UseKind.NamedCall or UseKind.PositionalCall or UseKind.ShortestCall ? $"{Kind} {Used}" : Used;
}
