/** What the places of files depend on; a test gives its own. */
export interface Surroundings {
    readonly platform: NodeJS.Platform;
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly home: string;
    /** What relative paths on the command line count from. */
    readonly folder: string;
}
/** Where the operating system wants a program's settings. */
export declare function configFolder({ platform, environment, home }: Surroundings): string;
/** Where the operating system wants what a program keeps. */
export declare function dataFolder(surroundings: Surroundings): string;
