using System.Text;
using System.Xml;

namespace Isthmus.Embedded.Queues;

/// <summary>What the queue service accepts.</summary>
internal static class QueueRules
{
    /// <summary>The largest text of a message, in bytes of UTF-8, encoded as it is sent.</summary>
    public const int MessageBytes = 64 * 1024;

    /// <summary>The most messages that one call receives or peeks at.</summary>
    public const int MessagesAtOnce = 32;

    private static readonly TimeSpan LongestHidden = TimeSpan.FromDays(7);

    /// <summary>3 to 63 characters: lower-case letters, digits and single hyphens, which stand neither first nor last.</summary>
    public static void CheckName(string queue)
    {
        if (queue.Length is < 3 or > 63) throw QueueErrors.NameLength();
        if (queue[0] == '-' || queue[^1] == '-' || queue.Contains("--")
            || !queue.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw QueueErrors.InvalidName();
    }

    public static void CheckSend(string text, TimeSpan hidden, TimeSpan? timeToLive)
    {
        CheckText(text);
        CheckHidden(hidden, TimeSpan.Zero);
        if (timeToLive is not { } life || IsForEver(life)) return;
        if (life < TimeSpan.FromSeconds(1)) throw QueueErrors.InvalidValue("messagettl");
        if (hidden >= life) throw QueueErrors.InvalidValue("visibilitytimeout");
    }

    public static void CheckReceive(int max, TimeSpan hidden)
    {
        CheckCount(max);
        CheckHidden(hidden, TimeSpan.FromSeconds(1));
    }

    public static void CheckUpdate(string? text, TimeSpan hidden)
    {
        if (text is not null) CheckText(text);
        CheckHidden(hidden, TimeSpan.Zero);
    }

    public static void CheckCount(int max)
    {
        if (max is < 1 or > MessagesAtOnce) throw QueueErrors.OutOfRange("numofmessages");
    }

    /// <summary>A time to live of minus one second means that the message never expires.</summary>
    public static bool IsForEver(TimeSpan timeToLive) => timeToLive == TimeSpan.FromSeconds(-1);

    private static void CheckHidden(TimeSpan hidden, TimeSpan least)
    {
        if (hidden < least || hidden > LongestHidden) throw QueueErrors.OutOfRange("visibilitytimeout");
    }

    private static void CheckText(string text)
    {
        // The service takes messages in XML, which has no control characters and no halves of surrogate pairs.
        try { XmlConvert.VerifyXmlChars(text); }
        catch (XmlException) { throw QueueErrors.InvalidXml(); }
        if (Encoding.UTF8.GetByteCount(text) > MessageBytes) throw QueueErrors.TooLarge();
    }
}
