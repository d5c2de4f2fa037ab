namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>What a program does with generated code.</summary>
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
