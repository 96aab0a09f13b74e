using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// When a channel is renewed: at half of its life, each a little earlier than another, so that not all come at once.
/// </summary>
internal static class CrmChannelPlan
{
    /// <summary>Up to so much of the half-life a renewal comes early.</summary>
    private const double Jitter = 0.1;

    /// <summary>The moment of the next renewal.</summary>
    /// <param name="channelId">The channel; decides how early.</param>
    /// <param name="opened">When it was opened or renewed.</param>
    /// <param name="ends">When Zoho will end it.</param>
    public static DateTimeOffset Renewal(string channelId, DateTimeOffset opened, DateTimeOffset ends)
    {
        var share = SHA256.HashData(Encoding.UTF8.GetBytes(channelId))[0] / 255.0;
        return opened + ((ends - opened) / 2 * (1 - (Jitter * share)));
    }
}
