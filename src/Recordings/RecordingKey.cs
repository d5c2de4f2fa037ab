using System.Security.Cryptography;
using System.Text;

namespace Recoup.Recordings;

/// <summary>
/// The key of the stand-ins of a file, in a file beside it, so that several processes and later runs create the same ones. Whoever has the
/// key can test guesses of replaced values, so only its user may read it. If it is lost, later stand-ins differ, and nothing else happens.
/// </summary>
internal static class RecordingKey
{
    /// <summary>What the name of a key adds to that of its recording.</summary>
    public const string Suffix = ".key";

    private const int Bytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key of a recording, or creates it.</summary>
    /// <exception cref="IOException">The key cannot be created or read.</exception>
    /// <exception cref="InvalidDataException">The file is not a key.</exception>
    public static byte[] Of(string recording)
    {
        var path = recording + Suffix;
        return File.Exists(path) ? Read(path) : Create(path);
    }

    // The key is complete before it has its name, so no other process reads a part of it.
    private static byte[] Create(string path)
    {
        var key = RandomNumberGenerator.GetBytes(Bytes);
        var temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        try
        {
            using (var file = new FileStream(temporary, options))
                file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key) + "\n"));
            File.Move(temporary, path, overwrite: false);
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            return Read(path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static byte[] Read(string path)
    {
        var text = File.ReadAllText(path).Trim();
        if (text.Length != 2 * Bytes || !text.All(char.IsAsciiHexDigit))
        {
            throw new InvalidDataException(
                $"{path}: expected the key of a recording, {2 * Bytes} hexadecimal digits. Delete the file, and a new key is created.");
        }

        return Convert.FromHexString(text);
    }
}
