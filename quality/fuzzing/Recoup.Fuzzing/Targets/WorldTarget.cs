using System.Text;
using Recoup.Emulator;
using Recoup.Emulator.Worlds;

namespace Recoup.Fuzzing.Targets;

/// <summary>
/// A world: read, given to an emulator, saved, and read again. Only a <see cref="RecoupEmulatorException"/> may be thrown, with problems
/// in the text if the text is wrong. A saved world loads, and is saved as the same text.
/// </summary>
internal static class WorldTarget
{
    public static void Run(ReadOnlyMemory<byte> bytes)
    {
        if (TextInput.Read(bytes) is not { } input || Read(input) is not { } world || Start(world) is not { } emulator)
            return;
        var saved = emulator.SaveWorld().ToJson();
        emulator.Load(World.Parse(saved));
        Promise.Same(saved, emulator.SaveWorld().ToJson(), "a saved world and the same one, loaded and saved");
    }

    private static World? Read(byte[] input)
    {
        try
        {
            return WorldReader.Read(input, "world.json");
        }
        catch (RecoupEmulatorException exception)
        {
            var text = Encoding.UTF8.GetString(input);
            Promise.That(
                exception.Problems.Count > 0
                && exception.Problems.Cast<WorldProblem>().All(problem => Promise.Is(problem.Position, text)),
                $"the problems are in the text: {exception.Message}");
            return null;
        }
    }

    // The catalog may lack what the world names.
    private static RecoupEmulator? Start(World world)
    {
        try
        {
            return RecoupEmulator.Start(Samples.Catalog, world);
        }
        catch (RecoupEmulatorException exception)
        {
            Promise.That(exception.Message.Length > 0);
            return null;
        }
    }
}
