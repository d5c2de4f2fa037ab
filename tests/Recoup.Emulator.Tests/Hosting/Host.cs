namespace Recoup.Emulator.Tests.Hosting;

/// <summary>Where the emulator under test is mounted.</summary>
public enum Host
{
    InProcess,
    Port,
}
