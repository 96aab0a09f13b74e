namespace Isthmus.Embedded.Durable;

/// <summary>The rules for instance ids, which become table keys in Azure.</summary>
internal static class InstanceIds
{
    public const int Longest = 100;

    /// <exception cref="ArgumentException">The id is empty, too long, starts with '@' or has a character that a key cannot
    /// hold.</exception>
    public static string Check(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (instanceId.Length > Longest)
        {
            throw new ArgumentException(
                $"An instance id has at most {Longest} characters; this one has {instanceId.Length}.", nameof(instanceId));
        }
        if (instanceId[0] == '@')
        {
            throw new ArgumentException(
                "An instance id must not start with '@': such ids belong to entities.", nameof(instanceId));
        }
        if (instanceId.Any(IsForbidden))
        {
            throw new ArgumentException(
                "An instance id must not contain '/', '\\', '#', '?' or control characters.", nameof(instanceId));
        }
        return instanceId;
    }

    private static bool IsForbidden(char c) => c is '/' or '\\' or '#' or '?' || char.IsControl(c);
}
