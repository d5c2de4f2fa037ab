namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>A way to use generated code.</summary>
internal enum UseKind
{
    NamedCall,
    PositionalCall,
    ShortestCall,
    Result,
    Type,
    Member,
    Construction,
}
