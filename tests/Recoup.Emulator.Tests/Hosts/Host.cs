namespace Recoup.Emulator.Tests.Hosts;

/// <summary>The host of the emulator under test.</summary>
public enum Host
{
    InProcess,
    Port,
}
