namespace Azure.Storage.Queues;

public partial class QueueClientOptions
{
    /// <summary>The versions of the service.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2019-07-07.</summary>
        V2019_07_07 = 2,

        /// <summary>2019-12-12.</summary>
        V2019_12_12 = 3,

        /// <summary>2020-02-10.</summary>
        V2020_02_10 = 4,

        /// <summary>2020-04-08.</summary>
        V2020_04_08 = 5,

        /// <summary>2020-06-12.</summary>
        V2020_06_12 = 6,

        /// <summary>2020-08-04.</summary>
        V2020_08_04 = 7,

        /// <summary>2020-10-02.</summary>
        V2020_10_02 = 8,

        /// <summary>2020-12-06.</summary>
        V2020_12_06 = 9,

        /// <summary>2021-02-12.</summary>
        V2021_02_12 = 10,

        /// <summary>2021-04-10.</summary>
        V2021_04_10 = 11,

        /// <summary>2021-06-08.</summary>
        V2021_06_08 = 12,

        /// <summary>2021-08-06.</summary>
        V2021_08_06 = 13,

        /// <summary>2021-10-04.</summary>
        V2021_10_04 = 14,

        /// <summary>2021-12-02.</summary>
        V2021_12_02 = 15,

        /// <summary>2022-11-02.</summary>
        V2022_11_02 = 16,

        /// <summary>2023-01-03.</summary>
        V2023_01_03 = 17,

        /// <summary>2023-05-03.</summary>
        V2023_05_03 = 18,

        /// <summary>2023-08-03.</summary>
        V2023_08_03 = 19,

        /// <summary>2023-11-03.</summary>
        V2023_11_03 = 20,

        /// <summary>2024-02-04.</summary>
        V2024_02_04 = 21,

        /// <summary>2024-05-04.</summary>
        V2024_05_04 = 22,

        /// <summary>2024-08-04.</summary>
        V2024_08_04 = 23,

        /// <summary>2024-11-04.</summary>
        V2024_11_04 = 24,

        /// <summary>2025-01-05.</summary>
        V2025_01_05 = 25,

        /// <summary>2025-05-05.</summary>
        V2025_05_05 = 26,

        /// <summary>2025-07-05.</summary>
        V2025_07_05 = 27,

        /// <summary>2025-11-05.</summary>
        V2025_11_05 = 28,

        /// <summary>2026-02-06.</summary>
        V2026_02_06 = 29,

        /// <summary>2026-04-06.</summary>
        V2026_04_06 = 30,

        /// <summary>2026-06-06.</summary>
        V2026_06_06 = 31,

        /// <summary>2026-10-06.</summary>
        V2026_10_06 = 32,
    }
}
