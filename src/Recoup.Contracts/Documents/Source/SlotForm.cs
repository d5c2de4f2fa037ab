namespace Recoup.Contracts.Documents.Source;

/// <summary>What stands around a type.</summary>
internal enum SlotForm
{
    Bare,
    Nullable,
    Optional,
}
