namespace Recoup.Schemas.Formats;

/// <summary>The bidirectional classes that RFC 5893 names, as a set. A code point has one of them or none.</summary>
[Flags]
internal enum BidiClasses
{
    None = 0,
    L = 1,
    R = 2,
    AL = 4,
    EN = 8,
    AN = 16,
    ES = 32,
    CS = 64,
    ET = 128,
    ON = 256,
    BN = 512,
    NSM = 1024,
}
