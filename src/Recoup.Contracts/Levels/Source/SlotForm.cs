namespace Recoup.Contracts.Levels.Source;

/// <summary>What stands around a type.</summary>
internal enum SlotForm
{
    Bare,
    Nullable,
    Optional,
}
