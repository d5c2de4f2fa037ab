namespace Recoup.Contracts.Documents.Source;

/// <summary>The wrapper around a type.</summary>
internal enum SlotForm
{
    Bare,
    Nullable,
    Optional,
}
