namespace Recoup.Schemas.Patterns;

/// <summary>The assertions of ECMA-262 that consume no characters.</summary>
internal enum AnchorKind
{
    Start,
    End,
    WordBoundary,
    NotWordBoundary,
}
