using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>
/// Options of a table client. The embedded service has one version and no network: retries and transports play no part.
/// </summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Options for a version of the service.</summary>
    /// <param name="serviceVersion">The version of the service.</param>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        if (!Enum.IsDefined(serviceVersion))
            throw new ArgumentException("Unknown version of the service.", nameof(serviceVersion));
    }

    /// <summary>The versions of the service.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2020-12-06.</summary>
        V2020_12_06 = 2,
    }
}
