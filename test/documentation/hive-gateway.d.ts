/** What the documentation imports of `@graphql-hive/gateway`, the command of Hive Gateway: its options are those of the runtime. */
import type { GatewayConfig } from '@graphql-hive/gateway-runtime';

export declare function defineConfig(config: Partial<GatewayConfig>): Partial<GatewayConfig>;
